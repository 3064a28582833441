const response = await fetch(`${process.env.SINKOVE_API_URL}/v1/api-keys`, {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.SINKOVE_API_KEY}`,
    "Content-Type": "application/json",
  },
  body: '{ "name": "Notebook',
});
const { code, detail } = await response.json();
console.log(response.status, code, detail);
