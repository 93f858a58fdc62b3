// Reads SARIF logs, one JSON document a line, and writes what the published schema has against each, one JSON array a line.
const readline = require('node:readline');
const Ajv = require('ajv');
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

const ajv = new Ajv({ schemaId: 'auto', allErrors: true, unknownFormats: ['uri-reference'] });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const validate = ajv.compile(schema);

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const mistakes = validate(JSON.parse(line)) ? [] : validate.errors.map((error) => `${error.dataPath}: ${error.message}`);
  console.log(JSON.stringify(mistakes));
});
