// A reporter of node --test: a line of JSON for each test that ran.
export default async function* report(events) {
  for await (const {type, data} of events) {
    if (!/^test:(pass|fail)$/.test(type) || data.skip !== undefined || data.details.type === 'suite') continue;
    const {error} = data.details;
    yield `${JSON.stringify({name: data.name, passed: type === 'test:pass', why: String(error?.cause?.message ?? error?.message ?? '')})}\n`;
  }
}
