// SPDX-License-Identifier: GPL-3.0-or-later
// stream.mjs BASE-URL: reads one stream with OpenAI's own client and tells what it cost, start-up left out.
import OpenAI from "openai";

const client = new OpenAI({ apiKey: "none", baseURL: process.argv[2], maxRetries: 0 });
const began = process.hrtime.bigint();
const used = process.cpuUsage();
const stream = await client.chat.completions.create({
  model: "gpt-4.1",
  stream: true,
  messages: [{ role: "user", content: "Go." }],
});
let text = "";
for await (const chunk of stream) text += chunk.choices[0]?.delta?.content ?? "";
const { user, system } = process.cpuUsage(used);
const wall = Number(process.hrtime.bigint() - began) / 1e9;
console.log(JSON.stringify({ wall, cpu: (user + system) / 1e6, characters: text.length }));
