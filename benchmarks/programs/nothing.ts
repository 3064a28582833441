for (const dataset of [{ id: "nothing is imported" }]) console.log(dataset.id);
