// Bundles the widget into bot/web/static/widget.js. The same sources always give the same bytes.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = new URL("./", import.meta.url);
const target = new URL("../web/static/", here);
const bundled = ["socket.io-client", "socket.io-parser", "engine.io-client", "engine.io-parser", "@socket.io/component-emitter"];

/** SHA-256 over what the bundle is made of; a test without Node compares it with the files. */
function fingerprint() {
  const hash = createHash("sha256");
  const sources = readdirSync(new URL("src/", here)).sort().map((name) => `src/${name}`);
  for (const name of [...sources, "build.mjs", "package-lock.json"]) {
    hash.update(`${name}\n`).update(readFileSync(new URL(name, here)));
  }
  return hash.digest("hex");
}

function licences() {
  const texts = bundled.map((name) => `${name}\n\n${readFileSync(new URL(`node_modules/${name}/LICENSE`, here), "utf8").trim()}\n`);
  return `Parts of widget.js made by others, with their licences.\n\n${texts.join("\n\n")}`;
}

await build({
  entryPoints: [fileURLToPath(new URL("src/main.ts", here))],
  outfile: fileURLToPath(new URL("widget.js", target)),
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  loader: { ".css": "text" },
  legalComments: "none",
  banner: { js: `/* Duwtje, Apache-2.0. Parts by others: widget.licences.txt. Sources: ${fingerprint()} */` },
  logLevel: "warning",
});
writeFileSync(new URL("widget.licences.txt", target), licences());
