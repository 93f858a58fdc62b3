"use strict";
// TAG001 for the Node.js policy SDK, written from the rule's page and not from its C# source.
const fs = require("fs");
const path = require("path");
const { PolicyPack } = require("@pulumi/policy");

const required = ["Project", "Team", "Environment", "CostCenter", "Owner"];
const types = process.env.FINOPS_TAGGABLE_TYPES || path.join(__dirname, "../../../sdk/Pulumi.Aws/taggable-types.txt");
const shapes = new Map(fs.readFileSync(types, "utf8").split("\n")
    .filter(line => line && !line.startsWith("#")).map(line => line.split(" ").slice(0, 2)));

function collect(read, present, unknown) {
    let value;
    try {
        value = read();
        if (!value) return;
        const entries = Array.isArray(value) ? value.map(item => [item.key, () => item.value]) : Object.keys(value).map(key => [key, () => value[key]]);
        for (const [key, get] of entries) {
            try {
                const tag = get();
                if (tag !== null && tag !== undefined) present.add(key);
            } catch {
                present.add(key); // The key is known, its value is not.
            }
        }
    } catch (error) {
        unknown.push(error);
    }
}

new PolicyPack("node-tag-pack", {
    policies: [{
        name: "required-tag-missing",
        description: "Every taggable resource carries the tags that the standard requires",
        enforcementLevel: "mandatory",
        severity: "high",
        validateResource: (args, reportViolation) => {
            const shape = shapes.get(args.type);
            if (!shape || shape === "other") return;
            const present = new Set();
            const unknown = [];
            if (args.provider) {
                collect(() => {
                    const text = args.provider.props.defaultTags;
                    return text === undefined ? undefined : (typeof text === "string" ? JSON.parse(text) : text).tags;
                }, present, unknown);
            }
            collect(() => args.props.tagsAll, present, unknown);
            collect(() => args.props.tags, present, unknown);
            const missing = required.filter(key => !present.has(key));
            if (missing.length === 0) return;
            if (unknown.length > 0) throw unknown[0];
            reportViolation(`lacks ${missing.join(", ")}`);
        },
    }],
});
