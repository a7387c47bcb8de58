// SPDX-License-Identifier: GPL-3.0-or-later
// check.mjs BINARIES: tollkeeperctl sends through Portkey's own gateway, which falls back from one target at the simulator to
// another; what was told of it is held against what the simulator saw.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startGateway } from "./gateway.mjs";
import { startSimulator } from "./simulator.mjs";

const [DONE, USAGE, GATEWAY] = [0, 2, 3];
const CLOCK = "2026-06-18T14:32:00Z";
const FAILING = "sim/fails-503";
const WORKING = "sim/answers";
const OWN_KEY = "provider-key-of-a-shape-nobody-knows"; // the simulator does not know it

const binaries = process.argv[2];
const simulator = await startSimulator(join(binaries, "tollkeeper-simulator"), CLOCK);
const gateway = await startGateway();
const profile = mkdtempSync(join(tmpdir(), "tollkeeper-profile-"));
const known = simulator.greeting.keys.openai;
const said = []; // all that tollkeeperctl ever said

function run(words, input = "") {
  const command = ["--profile", profile, "--clock", CLOCK, ...words];
  const ran = spawnSync(join(binaries, "tollkeeperctl"), command, { input, encoding: "utf8", timeout: 60_000 });
  said.push(ran.stdout, ran.stderr);
  return ran;
}

function target(model, key = known) {
  return { provider: "openai", api_key: key, custom_host: simulator.greeting.openai, override_params: { model } };
}

const configOf = (mode, targets) => JSON.stringify({ strategy: { mode }, targets }, null, 2);
const config = (...targets) => configOf("fallback", targets);

function add(name, secret) {
  return run(["account", "add", "--gateway", "portkey", "--name", name, "--base-url", gateway.url, "--key-stdin"], secret);
}

//! The posts that reached the simulator since it was last asked, by the sizes of their bodies.
async function postsOf(action) {
  await simulator.control("log", "DELETE");
  const value = await action();
  const { requests } = await simulator.control("log?match=/openai&method=POST");
  return [value, requests];
}

function assertOnePostEach(posts, models) {
  assert.deepEqual(posts.map(({ path }) => path), models.map(() => "/openai/v1/chat/completions"));
  // The bodies differ in nothing but the names of their models.
  assert.deepEqual(
    posts.map(({ body_bytes: bytes }, i) => bytes - models[i].length),
    posts.map(() => posts[0].body_bytes - models[0].length),
  );
}

function assertIds(ids) {
  assert.match(ids.sent_request, /^[0-9a-f-]{36}$/);
  assert.match(ids.upstream, /^req_/);
  assert.deepEqual(ids.request, [ids.sent_request, ids.upstream]);
}

const unknownAttempt = {
  origin: "gateway", provider: null, model: null, status: null, outcome: "failed", reason: null, latency_ms: null,
};
const ofGateway = ({ attempts }) => attempts.filter(({ origin }) => origin === "gateway");

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
  });
}

const checks = {
  async "a configuration is taken as it was written"() {
    const added = add("Fallback", config(target(FAILING), target(WORKING)));
    assert.equal(added.status, DONE, added.stderr);
    const tested = run(["account", "test", "Fallback"]);
    assert.equal(tested.status, DONE, tested.stderr);
    assert.equal(run(["poll"]).status, DONE);
  },

  async "what is no configuration is refused in a sentence"() {
    for (const [secret, words] of [[`{"targets":[`, /no complete JSON object/], [known, /takes its configuration/]]) {
      const refused = add("Broken", secret);
      assert.equal(refused.status, USAGE);
      assert.match(refused.stderr, words);
    }
  },

  async "the second target answers"() {
    for (const how of [[], ["--stream"]]) {
      const [ran, posts] = await postsOf(() =>
        run(["send", "--account", "Fallback", "--model", "gpt-5-mini", "--json", ...how, "Where is it?"]));
      assert.equal(ran.status, DONE, ran.stderr);
      const told = JSON.parse(ran.stdout);
      console.log(JSON.stringify(told.attempts));
      assert.equal(told.is_error, false);
      assert.equal(told.stream.is_stream, how.length > 0);
      assert.equal(told.stream.complete, true);
      assert.ok(told.text.length > 0);
      assert.equal(told.trace_published, true);
      const served = { ...unknownAttempt, provider: "openai", model: WORKING, status: 200, outcome: "served" };
      assert.deepEqual(ofGateway(told), [unknownAttempt, served]);
      assert.deepEqual([told.requested_model, told.served_model, told.served_provider], ["gpt-5-mini", WORKING, "openai"]);
      assertIds(told.ids);
      assertOnePostEach(posts, [FAILING, WORKING]);
    }
  },

  async "every target fails"() {
    assert.equal(add("Failing", config(target(FAILING), target("sim/fails-502"))).status, DONE);
    for (const how of [[], ["--stream"]]) {
      const [ran, posts] = await postsOf(() =>
        run(["send", "--account", "Failing", "--model", "gpt-5-mini", "--json", ...how, "Where is it?"]));
      assert.equal(ran.status, GATEWAY, ran.stderr);
      const told = JSON.parse(ran.stdout);
      console.log(JSON.stringify(told.attempts), told.message, told.category);
      assert.equal(told.is_error, true);
      assert.equal(told.category, "provider");
      assert.equal(told.provider, "openai");
      assert.equal(told.trace_published, true);
      const last = { ...unknownAttempt, provider: "openai", status: 502, reason: told.message };
      assert.deepEqual(ofGateway(told), [unknownAttempt, last]);
      assert.ok(told.message.startsWith("openai error: "), told.message);
      assertIds(told.ids);
      assertOnePostEach(posts, [FAILING, "sim/fails-502"]);
    }
  },

  async "what was chosen by weight failed nowhere before"() {
    const targets = [{ ...target(FAILING), weight: 0 }, { ...target(WORKING), weight: 1 }];
    assert.equal(add("Balanced", configOf("loadbalance", targets)).status, DONE);
    const [ran, posts] = await postsOf(() =>
      run(["send", "--account", "Balanced", "--model", "gpt-5-mini", "--json", "Where is it?"]));
    assert.equal(ran.status, DONE, ran.stderr);
    const told = JSON.parse(ran.stdout);
    console.log(JSON.stringify(told.attempts));
    assert.deepEqual(ofGateway(told).map(({ outcome }) => outcome), ["served"]);
    assertOnePostEach(posts, [WORKING]);
  },

  async "a key that the provider does not know is the person's to mend"() {
    assert.equal(add("Stranger", config(target(WORKING, OWN_KEY))).status, DONE);
    const ran = run(["send", "--account", "Stranger", "--model", "gpt-5-mini", "--json", "Where is it?"]);
    assert.equal(ran.status, GATEWAY, ran.stderr);
    const told = JSON.parse(ran.stdout);
    assert.equal(told.category, "credentials");
    assert.equal(ofGateway(told).length, 1);
  },

  async "the Playground shows the fallback in its Trace tab"() {
    const program = join(binaries, "..", "tests", "tst_playground_page");
    if (!existsSync(program)) return console.log("left out: built without the window");
    const env = { ...process.env, TK_PORTKEY_URL: gateway.url, QT_QPA_PLATFORM: "offscreen", QT_QUICK_BACKEND: "software" };
    const ran = spawnSync(program, ["aFallbackThroughPortkeyShowsInTheTrace"], { env, encoding: "utf8", timeout: 120_000 });
    assert.equal(ran.status, 0, ran.stdout + ran.stderr);
    assert.match(ran.stdout, / 0 failed, 0 skipped/);
  },

  async "no key stands anywhere but in the keychain"() {
    run(["account", "list", "--json"]);
    const files = filesIn(profile).map((path) => readFileSync(path, "latin1"));
    assert.ok(files.length > 0 && said.length > 10);
    for (const text of [...said, ...files]) {
      for (const secret of [known, OWN_KEY, "override_params"]) assert.ok(!text.includes(secret), text.slice(0, 500));
    }
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok: ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED: ${name}\n${error.stack}`);
  }
}
gateway.stop();
simulator.stop();
rmSync(profile, { recursive: true });
process.exitCode = failed ? 1 : 0;
