const response = await fetch(`${process.env.SINKOVE_API_URL}/v1/dataset`, {
  headers: { Authorization: `Bearer ${process.env.SINKOVE_API_KEY}` },
});
const { code, detail } = await response.json();
console.log(response.status, code, detail);
