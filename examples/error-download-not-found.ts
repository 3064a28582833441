const response = await fetch(`${process.env.SINKOVE_API_URL}/v1/downloads/v1.not-signed-by-us`);
const { code, detail } = await response.json();
console.log(response.status, code, detail);
