// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the simulator and asks its control desk.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export async function startSimulator(program, clock) {
  const child = spawn(program, ["--port", "0", "--seed", "7", "--clock", clock, "--stop-with-stdin"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const greeting = JSON.parse(line);
  return {
    greeting,
    stop: () => child.stdin.end(),
    async control(what, method = "GET") {
      const answer = await fetch(`${greeting.url}/_control/${what}`, { method });
      assert.equal(answer.status, 200, `the desk does not answer ${what}`);
      return answer.json();
    },
    truth(query) {
      const parameters = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
      return this.control(`truth?${parameters.join("&")}`);
    },
  };
}
