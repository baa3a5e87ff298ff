"""Expands a SAM template with SAM's own transform; checks what its events point at and how a release is let in."""

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
parameters |= dict(argument.split("=", 1) for argument in sys.argv[2:])
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

# How a release is let in: with GradualDeploy every alias but the hook's own has alarms and a hook.
gradual = parameters["GradualDeploy"] == "true"
groups = {n: r for n, r in expanded.items() if r["Type"] == "AWS::CodeDeploy::DeploymentGroup"}
shifted = {n: r["UpdatePolicy"]["CodeDeployLambdaAliasUpdate"] for n, r in expanded.items() if "UpdatePolicy" in r}
if len(groups) != (len(functions) - 1 if gradual else 0) or len(shifted) != len(groups):
    sys.exit(f"{len(functions)} functions, {len(groups)} deployment groups, {len(shifted)} aliases that are shifted")
for name, group in groups.items():
    condition, watched, _ = group["Properties"]["AlarmConfiguration"]["Fn::If"]
    alarms = [expanded[alarm["Name"]["Ref"]] for alarm in watched["Alarms"]]
    if not alarms or any(alarm["Type"] != "AWS::CloudWatch::Alarm" for alarm in alarms):
        sys.exit(f"{name} has no alarms: {watched}")
    if any(alarm["Condition"] not in (condition, "IsGradual") for alarm in alarms):
        sys.exit(f"{name} names alarms that are not there under {condition}: {watched}")
    if "DEPLOYMENT_STOP_ON_ALARM" not in group["Properties"]["AutoRollbackConfiguration"]["Events"]:
        sys.exit(f"{name} does not go back by alarm")
for name, policy in shifted.items():
    if policy["BeforeAllowTrafficHook"] != {"Ref": "SmokeFunction"}:
        sys.exit(f"{name} is not checked: {policy}")


def refers(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("Ref", "DependsOn") and isinstance(inner, str):
                yield inner
            elif key == "Fn::GetAtt":
                yield inner[0] if isinstance(inner, list) else inner.split(".")[0]
            elif key == "Fn::Sub":
                text = inner if isinstance(inner, str) else inner[0]
                yield from (part.split("}")[0].split(".")[0] for part in text.split("${")[1:])
            yield from refers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from refers(inner)


# A hook that names what waits for it would be a circle, which CloudFormation refuses only when it is asked.
needs = {n: {r for r in refers(resource) if r in expanded and r != n} for n, resource in expanded.items()}
while free := [n for n, of in needs.items() if not of]:
    for name in free:
        del needs[name]
    for of in needs.values():
        of.difference_update(free)
if needs:
    sys.exit(f"these wait for each other: {sorted(needs)}")
print(f"{len(groups)} deployment groups")
