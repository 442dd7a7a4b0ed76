// One HTTP exchange, with nothing added or decoded on the way: what goes over the wire is what a rule sees.
import http from "node:http";
import https from "node:https";
import zlib from "node:zlib";

const agents = {
  "http:": new http.Agent({ keepAlive: true, maxSockets: 64 }),
  "https:": new https.Agent({ keepAlive: true, maxSockets: 64 }),
};

export function endConnections() {
  for (const agent of Object.values(agents)) agent.destroy();
}

/**
 * @param {string} url
 * @param {{method?: string, headers?: Record<string, string>, body?: string | Buffer, timeout?: number}} [wanted]
 * @returns {Promise<{status: number, headers: Record<string, string>, body: Buffer, text: string}>}
 */
export function exchange(url, wanted = {}) {
  const address = new URL(url);
  const client = address.protocol === "https:" ? https : http;
  const { method = "GET", headers = {}, body, timeout = 10000 } = wanted;
  return new Promise((resolve, reject) => {
    const request = client.request(address, {
      method,
      agent: agents[address.protocol],
      headers: body === undefined ? headers : { "Content-Length": Buffer.byteLength(body), ...headers },
    });
    request.setTimeout(timeout, () => request.destroy(new Error(`no answer within ${timeout} ms`)));
    request.on("error", reject);
    request.on("response", (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const whole = Buffer.concat(parts);
        resolve({ status: response.statusCode, headers: response.headers, body: whole, text: whole.toString() });
      });
    });
    request.end(body);
  });
}

/** The body as its Content-Encoding says. */
export function decoded(answer) {
  const encoding = answer.headers["content-encoding"] ?? "";
  if (encoding === "br") return zlib.brotliDecompressSync(answer.body).toString();
  if (encoding === "gzip") return zlib.gunzipSync(answer.body).toString();
  if (encoding !== "") throw new Error(`an encoding nobody asked for: ${encoding}`);
  return answer.text;
}

/** The media type without its parameters. */
export function mediaType(answer) {
  return (answer.headers["content-type"] ?? "").split(";")[0].trim().toLowerCase();
}
