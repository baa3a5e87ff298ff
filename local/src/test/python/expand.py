"""Expands a SAM template with SAM's own transform and checks what its events point at."""

import json
import os
import sys

import cfnlint.decode
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
template, matches = cfnlint.decode.decode(sys.argv[1])
if matches:
    sys.exit(f"the template cannot be read: {matches}")
template = json.loads(json.dumps(template))
for resource in template["Resources"].values():
    # SAM wants artifacts in S3 before it expands; which ones does not matter here.
    for name in ("CodeUri", "ContentUri"):
        if name in resource.get("Properties", {}):
            resource["Properties"][name] = "s3://bucket/key"
parameters = {name: p.get("Default", "") for name, p in template["Parameters"].items()}
expanded = Translator({}, Parser()).translate(template, parameters)["Resources"]

aliases = {name for name, r in expanded.items() if r["Type"] == "AWS::Lambda::Alias"}
functions = {name for name, r in expanded.items() if r["Type"] == "AWS::Lambda::Function"}
if len(aliases) != len(functions):
    sys.exit(f"{len(functions)} functions and {len(aliases)} aliases")

targets = 0
for name, resource in expanded.items():
    properties = resource.get("Properties", {})
    if resource["Type"] in ("AWS::Lambda::EventSourceMapping", "AWS::Lambda::Permission"):
        if properties["FunctionName"].get("Ref") not in aliases:
            sys.exit(f"{name} points at {properties['FunctionName']}, not at an alias")
        targets += 1
    if resource["Type"] == "AWS::Scheduler::Schedule":
        if properties["Target"]["Arn"].get("Ref") not in aliases:
            sys.exit(f"{name} points at {properties['Target']['Arn']}, not at an alias")
        targets += 1
    if resource["Type"] == "AWS::ApiGatewayV2::Api":
        for path, methods in properties["Body"]["paths"].items():
            for method, operation in methods.items():
                uri = json.dumps(operation["x-amazon-apigateway-integration"]["uri"])
                if not any(alias in uri for alias in aliases):
                    sys.exit(f"{method} {path} points at {uri}, not at an alias")
                targets += 1
print(f"{targets} targets at the alias")
