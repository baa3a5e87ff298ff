package io.conserje.local.template;

import java.util.List;
import java.util.Set;

/**
 * What may stand in a template without being named as unknown: read, or without effect on one
 * machine.
 */
final class Known {
    static final Set<String> FUNCTION =
            Set.of(
                    "Handler",
                    "Timeout",
                    "MemorySize",
                    "Environment",
                    "Events",
                    "FunctionName",
                    "CodeUri",
                    "Runtime",
                    "Architectures",
                    "Layers",
                    "SnapStart",
                    "Description",
                    "AutoPublishAlias",
                    "AutoPublishCodeSha256",
                    "AutoPublishAliasAllProperties",
                    "DeploymentPreference",
                    "LoggingConfig",
                    "Policies",
                    "Role",
                    "Tags",
                    "Tracing",
                    "EphemeralStorage",
                    "PackageType",
                    "VersionDescription",
                    "PropagateTags",
                    "PermissionsBoundary",
                    "RuntimeManagementConfig",
                    "KmsKeyArn",
                    "VersionDeletionPolicy");
    static final Set<String> API =
            Set.of(
                    "DefaultRouteSettings",
                    "RouteSettings",
                    "AccessLogSettings",
                    "Name",
                    "Tags",
                    "Description",
                    "Domain",
                    "DisableExecuteApiEndpoint",
                    "FailOnWarnings",
                    "PropagateTags");
    static final Set<String> ROUTE =
            Set.of("ApiId", "Method", "Path", "PayloadFormatVersion", "RouteSettings");
    static final Set<String> MAPPING =
            Set.of(
                    "Queue",
                    "BatchSize",
                    "MaximumBatchingWindowInSeconds",
                    "FunctionResponseTypes",
                    "ScalingConfig",
                    "Enabled",
                    "MetricsConfig");

    /** A window may only make it later; what fails is tried again with the next. */
    static final Set<String> SCHEDULE_V2 =
            Set.of(
                    "ScheduleExpression",
                    "Name",
                    "Input",
                    "State",
                    "Description",
                    "GroupName",
                    "FlexibleTimeWindow",
                    "RetryPolicy",
                    "RoleArn",
                    "PermissionsBoundary",
                    "KmsKeyArn");

    static final Set<String> SCHEDULE =
            Set.of("Schedule", "Name", "Input", "State", "Enabled", "Description", "RetryPolicy");

    static final Set<String> QUEUE =
            Set.of(
                    "QueueName",
                    "FifoQueue",
                    "ContentBasedDeduplication",
                    "DeduplicationScope",
                    "FifoThroughputLimit",
                    "VisibilityTimeout",
                    "DelaySeconds",
                    "MessageRetentionPeriod",
                    "ReceiveMessageWaitTimeSeconds",
                    "RedrivePolicy",
                    "RedriveAllowPolicy",
                    "SqsManagedSseEnabled",
                    "KmsMasterKeyId",
                    "KmsDataKeyReusePeriodSeconds",
                    "Tags");
    static final Set<String> TABLE =
            Set.of(
                    "TableName",
                    "AttributeDefinitions",
                    "KeySchema",
                    "GlobalSecondaryIndexes",
                    "LocalSecondaryIndexes",
                    "StreamSpecification",
                    "TimeToLiveSpecification",
                    "BillingMode",
                    "ProvisionedThroughput",
                    "OnDemandThroughput",
                    "WarmThroughput",
                    "PointInTimeRecoverySpecification",
                    "SSESpecification",
                    "DeletionProtectionEnabled",
                    "TableClass",
                    "Tags",
                    "ResourcePolicy",
                    "ContributorInsightsSpecification");

    private static final List<String> IRRELEVANT_TYPES =
            List.of(
                    "AWS::Logs::",
                    "AWS::CloudWatch::",
                    "AWS::IAM::",
                    "AWS::EC2::",
                    "AWS::ECS::",
                    "AWS::KMS::",
                    "AWS::XRay::",
                    "AWS::CodeDeploy::",
                    "AWS::Budgets::",
                    "AWS::Backup::",
                    "AWS::WAFv2::",
                    "AWS::Route53::",
                    "AWS::CertificateManager::",
                    "AWS::SecretsManager::",
                    "AWS::ResourceGroups::",
                    "AWS::ApplicationInsights::",
                    "AWS::CloudFormation::",
                    "AWS::Serverless::LayerVersion",
                    "AWS::Lambda::LayerVersion",
                    "AWS::Lambda::Permission",
                    "AWS::SQS::QueuePolicy",
                    // A folder stands in for the media bucket.
                    "AWS::S3::",
                    "AWS::ApiGatewayV2::DomainName",
                    "AWS::ApiGatewayV2::ApiMapping");

    private Known() {}

    static boolean irrelevant(String type) {
        return IRRELEVANT_TYPES.stream().anyMatch(type::startsWith);
    }
}
