// SPDX-License-Identifier: GPL-3.0-or-later
// Starts Portkey's own gateway on a free port.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE = 60_000; // milliseconds until it counts as hung; nothing passes by a shorter time

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

export async function startGateway() {
  const port = await freePort();
  const program = "node_modules/@portkey-ai/gateway/build/start-server.js";
  const child = spawn(process.execPath, [program, "--headless", `--port=${port}`], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + PATIENCE;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error("the gateway does not come up");
    await pause(50);
  }
  return { url, stop: () => child.kill() };
}
