// The page a comparison is looked at in here: it has what a page of a publisher has, so that what is found is ours.
const directions = {ar: 'rtl'};

export const publishersPage = (body, head, language) =>
  `<!doctype html><html lang="${language}" dir="${directions[language] ?? 'ltr'}"><meta charset="utf-8">` +
  '<meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title><link rel="icon" href="data:,">' +
  `${head}<body style="margin:0"><main><h1>A page</h1>${body}</main>`;
