"use strict";
const aws = require("@pulumi/aws");

const uploads = new aws.s3.Bucket("uploads");
new aws.sqs.Queue("jobs", { tags: { Team: "checkout", Environment: "dev" } });

exports.bucket = uploads.id;
