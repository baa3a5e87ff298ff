package io.conserje.local.template;

import io.conserje.local.template.Yaml.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What {@code Ref} and {@code Fn::GetAtt} give on this machine. */
final class References {
    static final String REGION = "us-east-1";
    static final String ACCOUNT = "000000000000";

    private final Map<String, Resource> resources;
    private final Map<String, Yaml> parameters;
    private final Endpoints endpoints;
    private UnaryOperator<Yaml> evaluate = yaml -> yaml;

    References(Map<String, Yaml> parameters, Map<String, Resource> resources, Endpoints endpoints) {
        this.parameters = parameters;
        this.resources = resources;
        this.endpoints = endpoints;
    }

    /** Names of resources may themselves be computed. */
    void evaluateWith(UnaryOperator<Yaml> evaluator) {
        this.evaluate = evaluator;
    }

    Optional<Yaml> ref(String name, int line) {
        if (name.equals("AWS::NoValue")) {
            return Optional.empty();
        }
        Yaml parameter = parameters.get(name);
        return Optional.of(parameter != null ? parameter : new Scalar(reference(name, line), line));
    }

    private String reference(String name, int line) {
        return switch (name) {
            case "AWS::Region" -> REGION;
            case "AWS::AccountId" -> ACCOUNT;
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            case "AWS::StackName" -> "local";
            case "AWS::StackId" -> arn("cloudformation", "stack/local/local");
            default -> physicalId(existing(name, line));
        };
    }

    private String physicalId(Resource resource) {
        return switch (resource.type()) {
            case "AWS::SQS::Queue" -> endpoints.sqs() + "/" + ACCOUNT + "/" + queueName(resource);
            case "AWS::DynamoDB::Table" -> named(resource, "TableName").orElse(resource.id());
            case "AWS::Serverless::Function" -> functionName(resource);
            case "AWS::S3::Bucket" -> named(resource, "BucketName").orElse(resource.id());
            default -> resource.id();
        };
    }

    String attribute(String path, int line) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            throw TemplateError.at(
                    line, "Fn::GetAtt needs a resource and an attribute, not " + path);
        }
        Resource resource = existing(path.substring(0, dot), line);
        String attribute = path.substring(dot + 1);
        return switch (resource.type() + " " + attribute) {
            case "AWS::SQS::Queue Arn" -> queueArn(resource);
            case "AWS::SQS::Queue QueueName" -> queueName(resource);
            case "AWS::SQS::Queue QueueUrl" -> physicalId(resource);
            case "AWS::DynamoDB::Table Arn" -> arn("dynamodb", "table/" + physicalId(resource));
            case "AWS::DynamoDB::Table StreamArn" ->
                    arn("dynamodb", "table/" + physicalId(resource) + "/stream/local");
            case "AWS::S3::Bucket Arn" -> "arn:aws:s3:::" + physicalId(resource);
            case "AWS::Serverless::Function Arn" ->
                    arn("lambda", "function:" + physicalId(resource));
            case "AWS::Serverless::HttpApi ApiEndpoint" -> endpoints.api();
            default -> elsewhere(resource, attribute, line);
        };
    }

    private static String elsewhere(Resource resource, String attribute, int line) {
        if (attribute.equals("Arn")) {
            return arn("local", resource.id());
        }
        throw TemplateError.at(
                line,
                resource.id()
                        + " ("
                        + resource.type()
                        + ") has no attribute "
                        + attribute
                        + " here");
    }

    String queueArn(Resource queue) {
        return arn("sqs", queueName(queue));
    }

    String queueName(Resource queue) {
        boolean fifo = named(queue, "FifoQueue").map(Boolean::parseBoolean).orElse(false);
        return named(queue, "QueueName").orElse(fifo ? queue.id() + ".fifo" : queue.id());
    }

    String functionName(Resource function) {
        return named(function, "FunctionName").orElse(function.id());
    }

    private Optional<String> named(Resource resource, String property) {
        return resource.properties().get(property).map(evaluate).map(Yaml::asText);
    }

    private Resource existing(String id, int line) {
        Resource resource = resources.get(id);
        return resource != null ? resource : madeBySam(id, line);
    }

    /**
     * SAM makes a role, versions, an alias and an API that the template may name but does not hold.
     */
    private Resource madeBySam(String id, int line) {
        boolean known =
                id.equals(Routes.IMPLICIT_API)
                        || resources.values().stream()
                                .anyMatch(r ->
                                        r.type().equals("AWS::Serverless::Function")
                                                && id.startsWith(r.id()));
        if (!known) {
            throw TemplateError.at(line, "There is no parameter and no resource " + id);
        }
        String type = id.equals(Routes.IMPLICIT_API) ? "AWS::Serverless::HttpApi" : "made by SAM";
        return new Resource(id, type, Yaml.Entries.NONE);
    }

    private static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
    }
}
