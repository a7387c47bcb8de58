// SPDX-License-Identifier: GPL-3.0-or-later
// check.mjs BINARIES: reads every answer that we poll through the typed methods of the library, which refuse what does not have
// the documented shape, and holds some figures against the truth.
import assert from "node:assert/strict";
import { HTTPClient, OpenRouter } from "@openrouter/sdk";
import { BadRequestResponseError, ForbiddenResponseError, NotFoundResponseError, UnauthorizedResponseError } from "@openrouter/sdk/models/errors";
import { startSimulator } from "./simulator.mjs";

const MIDNIGHT = new Date("2026-06-18T00:00:00Z");
const YESTERDAY = "2026-06-17";
const ACCOUNT = "OpenRouter · team";

const simulator = await startSimulator(`${process.argv[2]}/tollkeeper-simulator`, "2026-06-18T14:32:00Z");
let lastBody; // the library drops what its schema does not know, such as the rows of analytics

const as = (ring) => withKey(simulator.greeting.keys[ring]);

function withKey(apiKey) {
  const httpClient = new HTTPClient();
  httpClient.addHook("response", async (response) => {
    lastBody = await response.clone().text();
  });
  return new OpenRouter({ apiKey, serverURL: simulator.greeting.openrouter, httpClient });
}

const manager = as("openrouter_team");
const micros = (dollars) => Math.round(Number(dollars) * 1e6);
const sum = (rows, field) => rows.reduce((all, row) => all + micros(row[field]), 0);

async function allPages(pages) {
  const rows = [];
  for await (const page of await pages) rows.push(...page.result.data);
  return rows;
}

async function keysOf(workspaceId) {
  const keys = [];
  for (;;) {
    const page = await manager.apiKeys.list({ workspaceId, includeDisabled: true, offset: keys.length });
    if (page.data.length === 0) return keys;
    keys.push(...page.data);
  }
}

const checks = {
  async "keys of all workspaces spent what the truth says"() {
    const truth = await simulator.truth({ account: ACCOUNT });
    const workspaces = await allPages(manager.workspaces.list());
    assert.equal(workspaces.length, 3);
    const keys = (await Promise.all(workspaces.map((workspace) => keysOf(workspace.id)))).flat();
    assert.equal(keys.length, truth.keys.length);
    for (const key of truth.keys) {
      const listed = keys.find(({ hash }) => hash === key.hash);
      assert.equal(micros(listed.usage), micros(key.amount), key.name);
      assert.equal(micros(listed.byokUsage), micros(key.byok), key.name);
    }
    const credits = await manager.credits.getCredits();
    assert.equal(micros(credits.data.totalUsage), micros(truth.total));
  },

  async "the current key tells what kind it is"() {
    assert.equal((await manager.apiKeys.getCurrentKeyMetadata()).data.isManagementKey, true);
    for (const ring of ["openrouter_team_dispatch", "openrouter_team_research", "openrouter_labs"]) {
      const { data } = await as(ring).apiKeys.getCurrentKeyMetadata();
      assert.equal(data.isManagementKey, false);
      assert.ok(data.usage > 0 && data.workspaceId && data.freeModelDailyRequests.limit === 1000);
    }
  },

  async "activity of a day is what the truth says"() {
    const truth = await simulator.truth({ account: ACCOUNT, from: `${YESTERDAY}T00:00:00Z`, to: MIDNIGHT.toISOString() });
    for (const groupBy of [undefined, "workspace"]) {
      const { data } = await manager.analytics.getUserActivity({ date: YESTERDAY, groupBy });
      assert.equal(sum(data, "usage"), micros(truth.total));
      assert.equal(sum(data, "byokUsageInference"), micros(truth.byok));
      assert.equal(data.reduce((all, row) => all + row.requests, 0), truth.requests);
    }
  },

  async "analytics of the running day is what the truth says"() {
    const meta = await manager.analytics.getAnalyticsMeta();
    assert.ok(meta.data.metrics.some(({ name }) => name === "credits_usage"));
    const answer = await manager.analytics.queryAnalytics({
      requestBody: {
        metrics: ["credits_usage", "request_count"],
        dimensions: ["api_key_id", "model"],
        granularity: "hour",
        timeRange: { start: MIDNIGHT, end: new Date("2026-06-19T00:00:00Z") },
      },
    });
    const rows = JSON.parse(lastBody).data.data;
    const truth = await simulator.truth({ account: ACCOUNT, from: MIDNIGHT.toISOString() });
    assert.equal(answer.data.metadata.truncated, false);
    assert.equal(answer.data.metadata.rowCount, rows.length);
    assert.equal(sum(rows, "credits_usage"), micros(truth.total));
    assert.equal(rows.reduce((all, row) => all + Number(row.request_count), 0), truth.requests);
  },

  async "generations have the figures of their rows"() {
    await manager.analytics.queryAnalytics({
      requestBody: {
        metrics: ["credits_usage", "byok_usage"],
        dimensions: ["generation_id"],
        timeRange: { start: new Date("2026-06-18T13:00:00Z"), end: new Date("2026-06-18T13:10:00Z") },
      },
    });
    const rows = JSON.parse(lastBody).data.data;
    assert.ok(rows.length > 10);
    for (const row of rows) {
      const { data } = await as("openrouter_team_dispatch").generations.getGeneration({ id: row.generation_id });
      assert.equal(micros(data.usage), micros(row.credits_usage));
      assert.equal(data.isByok, row.byok_usage > 0);
      assert.equal(data.providerResponses.at(-1).status, 200);
    }
    const { generation_id: id } = rows[0];
    await assert.rejects(as("openrouter_labs").generations.getGeneration({ id }), { statusCode: 403 });
    await assert.rejects(manager.generations.getGeneration({ id: "gen-1781700000-nobody" }), NotFoundResponseError);
  },

  async "the catalogue has its special prices"() {
    const models = await allPages(manager.models.list({ limit: 4 }));
    const named = (id) => models.find((model) => model.id === id);
    assert.equal(named("openrouter/auto").pricing.prompt, "-1");
    assert.equal(named("meta-llama/llama-4-scout:free").pricing.completion, "0");
    assert.equal(named("meta-llama/llama-4-scout").expirationDate, "2026-06-27");
    assert.equal(Number(named("anthropic/claude-sonnet-4.5").pricing.webSearch), 0.01);
    const { data } = await manager.endpoints.list({ author: "anthropic", slug: "claude-sonnet-4.5" });
    const providers = (await manager.providers.list()).data.map(({ name }) => name);
    for (const endpoint of data.endpoints) assert.ok(providers.includes(endpoint.providerName));
  },

  async "a key is made, changed and deleted"() {
    const expiresAt = new Date("2026-12-31T00:00:00Z");
    const made = await manager.apiKeys.create({
      requestBody: { name: "fresh", limit: 12.5, limitReset: "weekly", includeByokInLimit: true, expiresAt },
    });
    assert.deepEqual(made.data.expiresAt, expiresAt);
    const { hash } = made.data;
    const own = await withKey(made.key).apiKeys.getCurrentKeyMetadata();
    assert.equal(own.data.limitRemaining, 12.5);
    const changed = await manager.apiKeys.update({ hash, requestBody: { name: "renamed", limit: null, disabled: true } });
    assert.deepEqual((await manager.apiKeys.get({ hash })).data, changed.data);
    assert.equal(changed.data.limit, null);
    await assert.rejects(withKey(made.key).apiKeys.getCurrentKeyMetadata(), UnauthorizedResponseError);
    assert.equal((await manager.apiKeys.delete({ hash })).deleted, true);
    await assert.rejects(manager.apiKeys.get({ hash }), NotFoundResponseError);
    const limitReset = "yearly";
    await assert.rejects(manager.apiKeys.create({ requestBody: { name: "a", limitReset } }), BadRequestResponseError);
    await assert.rejects(as("openrouter_labs").apiKeys.create({ requestBody: { name: "a" } }), ForbiddenResponseError);
  },

  async "an ordinary key is refused in the documented envelope"() {
    await assert.rejects(as("openrouter_labs").analytics.getAnalyticsMeta(), ForbiddenResponseError);
    await assert.rejects(as("openrouter_labs").analytics.getUserActivity(), ForbiddenResponseError);
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok: ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED: ${name}\n${error.stack}\n${error.cause ?? ""}`);
  }
}
simulator.stop();
process.exitCode = failed ? 1 : 0;
