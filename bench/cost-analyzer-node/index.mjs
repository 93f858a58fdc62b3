// The cost analyzer's calls and figures in Node.js. It asks what the .NET function asks, pages included, stores four forms of a report once,
// and mails it; its pages are plainer. Money is added in whole 1e-10 units, so that its sums are as exact.
import { BudgetsClient, DescribeBudgetsCommand } from "@aws-sdk/client-budgets";
import { CostExplorerClient, GetAnomaliesCommand, GetCostAndUsageCommand } from "@aws-sdk/client-cost-explorer";
import { HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SendEmailCommand, SESv2Client } from "@aws-sdk/client-sesv2";

const env = process.env;
const options = { maxAttempts: 7 };
const costExplorer = new CostExplorerClient({ ...options, region: "us-east-1" });
const budgets = new BudgetsClient({ ...options, region: "us-east-1" });
const storage = new S3Client({ ...options, forcePathStyle: true });
const mail = new SESv2Client(options);

const chargeTypes = ["Usage", "DiscountedUsage", "SavingsPlanCoveredUsage"];
const day = 86_400_000;
const text = date => new Date(date).toISOString().slice(0, 10);

function exact(amount) {
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?/.exec(amount);
  const value = BigInt(whole + fraction.padEnd(10, "0").slice(0, 10));
  return sign ? -value : value;
}

async function ask(period, groupBy, filter) {
  const cells = [];
  let NextPageToken;
  do {
    const page = await costExplorer.send(new GetCostAndUsageCommand({
      TimePeriod: period, Granularity: "DAILY", Metrics: ["UnblendedCost", "AmortizedCost"], GroupBy: groupBy, Filter: filter, NextPageToken,
    }));
    for (const result of page.ResultsByTime ?? []) {
      for (const group of result.Groups ?? []) {
        cells.push({ day: result.TimePeriod.Start, keys: group.Keys, unblended: exact(group.Metrics.UnblendedCost.Amount), amortized: exact(group.Metrics.AmortizedCost.Amount) });
      }
    }
    ({ NextPageToken } = page);
  } while (NextPageToken);
  return cells;
}

async function readBudgets(AccountId) {
  const all = [];
  let NextToken;
  do {
    const page = await budgets.send(new DescribeBudgetsCommand({ AccountId, NextToken, MaxResults: 100 }));
    all.push(...(page.Budgets ?? []));
    ({ NextToken } = page);
  } while (NextToken);
  return all;
}

function sumBy(cells, key, amount = cell => cell.amortized) {
  const sums = new Map();
  for (const cell of cells) sums.set(key(cell), (sums.get(key(cell)) ?? 0n) + amount(cell));
  return [...sums].sort((a, b) => (b[1] > a[1] ? 1 : b[1] < a[1] ? -1 : 0));
}

const money = value => `$${(Number(value / 100_000_000n) / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })}`;
const escaped = value => String(value).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
const table = (caption, rows) => `<table><caption>${escaped(caption)}</caption><tbody>${rows.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${money(value)}</td></tr>`).join("")}</tbody></table>`;

export async function handler(event, requestId) {
  const today = Date.parse(event.asOf ?? text(Date.now()));
  const monthStart = Date.UTC(new Date(today - day).getUTCFullYear(), new Date(today - day).getUTCMonth(), 1);
  const start = Date.UTC(new Date(monthStart).getUTCFullYear(), new Date(monthStart).getUTCMonth() - 1, 1);
  const period = { Start: text(start), End: text(today) };
  const usage = { Dimensions: { Key: "RECORD_TYPE", Values: chargeTypes } };
  const owner = { Type: "TAG", Key: "Team" };
  const by = Key => ({ Type: "DIMENSION", Key });
  const [byAccount, byService, byRegion, allBudgets] = await Promise.all([
    ask(period, [owner, by("LINKED_ACCOUNT")], usage),
    ask(period, [owner, by("SERVICE")], usage),
    ask(period, [by("REGION"), by("RECORD_TYPE")]),
    readBudgets(env.ACCOUNT_ID),
    costExplorer.send(new GetAnomaliesCommand({ DateInterval: { StartDate: text(start), EndDate: text(today) } })).catch(() => undefined),
  ]);
  const current = cells => cells.filter(cell => Date.parse(cell.day) >= monthStart);
  const owners = sumBy(current(byAccount), cell => cell.keys[0].slice("Team$".length) || "no Team tag");
  const services = sumBy(current(byService), cell => cell.keys[1]);
  const accounts = sumBy(current(byAccount), cell => cell.keys[1]);
  const bill = sumBy(current(byRegion), cell => cell.keys[1], cell => cell.unblended);
  const total = bill.reduce((sum, [, value]) => sum + value, 0n);
  const week = (cells, last) => cells.filter(cell => Date.parse(cell.day) >= last - 7 * day && Date.parse(cell.day) < last);
  const before = new Map(sumBy(week(byService, today - 9 * day), cell => cell.keys[1]));
  const movers = sumBy(week(byService, today - 2 * day), cell => cell.keys[1]).map(([name, value]) => [name, value - (before.get(name) ?? 0n)]);
  const tables = [["Owners", owners], ["Services", services], ["Accounts", accounts], ["Bill", bill], ["Movers", movers]];
  const html = `<!DOCTYPE html><html lang="en"><head><title>Cost report</title></head><body><h1>${money(total)}</h1>${tables.map(([caption, rows]) => table(caption, rows)).join("")}<p>${allBudgets.length} budgets</p></body></html>`;
  const folder = `reports/cost-analyzer-node/${text(monthStart).slice(0, 7)}/${text(today)}-${requestId}`;
  const files = [
    ["html", html],
    ["json", JSON.stringify(Object.fromEntries(tables.map(([caption, rows]) => [caption, rows.map(([name, value]) => [name, value.toString()])])))],
    ["md", tables.map(([caption, rows]) => `## ${caption}\n${rows.map(([name, value]) => `| ${name} | ${money(value)} |`).join("\n")}`).join("\n")],
    ["csv", tables.flatMap(([caption, rows]) => rows.map(([name, value]) => `${caption},"${name}",${value}`)).join("\r\n")],
  ];
  const Bucket = env.FINOPS_REPORT_BUCKET;
  await Promise.all(files.map(([format, Body]) => storage.send(new PutObjectCommand({ Bucket, Key: `${folder}/report.${format}`, Body, IfNoneMatch: "*" }))));
  await storage.send(new ListObjectsV2Command({ Bucket, Prefix: "reports/" }));
  const marker = await storage.send(new HeadObjectCommand({ Bucket, Key: `${folder}/mailed.txt` })).catch(() => undefined);
  if (!marker) {
    const sent = await mail.send(new SendEmailCommand({
      FromEmailAddress: env.FINOPS_REPORT_FROM, Destination: { ToAddresses: [env.FINOPS_REPORT_TO] },
      Content: { Simple: { Subject: { Data: `Cost report ${money(total)}` }, Body: { Html: { Data: html } } } },
    }));
    await storage.send(new PutObjectCommand({ Bucket, Key: `${folder}/mailed.txt`, Body: sent.MessageId, IfNoneMatch: "*" }));
  }
  return { report: files.map(([format]) => `s3://${Bucket}/${folder}/report.${format}`), bill: money(total) };
}

// The runtime itself: asks for the next invocation, answers it, and asks again.
const api = `http://${env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation`;
async function run() {
  for (;;) {
    const next = await fetch(`${api}/next`);
    const requestId = next.headers.get("lambda-runtime-aws-request-id");
    try {
      const answer = await handler(await next.json(), requestId);
      await fetch(`${api}/${requestId}/response`, { method: "POST", body: JSON.stringify(answer) });
    } catch (failure) {
      await fetch(`${api}/${requestId}/error`, { method: "POST", body: JSON.stringify({ errorMessage: failure.message, errorType: failure.name }) });
    }
  }
}
run();
