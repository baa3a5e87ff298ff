package io.conserje.local.runtime;

import io.conserje.aws.Env;
import io.conserje.local.template.Function;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A function's environment: what the template gives it and what Lambda and this machine add. */
record FunctionEnv(Map<String, String> variables) implements Env {

    /**
     * @param media the folder that stands in for the media bucket
     */
    static FunctionEnv of(
            Function function, URI dynamodb, URI sqs, URI secrets, URI releases, Path media) {
        Map<String, String> all = new TreeMap<>(function.environment());
        all.put("AWS_REGION", Arn.REGION);
        all.put("AWS_ACCESS_KEY_ID", Clients.ACCESS_KEY);
        all.put("AWS_SECRET_ACCESS_KEY", Clients.SECRET_KEY);
        all.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        all.put("AWS_LAMBDA_FUNCTION_VERSION", Invocation.VERSION);
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
        all.put("MEDIA_FOLDER", media.toString());
        all.put("AWS_ENDPOINT_URL_DYNAMODB", dynamodb.toString());
        all.put("AWS_ENDPOINT_URL_SQS", sqs.toString());
        all.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets.toString());
        all.put("AWS_ENDPOINT_URL_LAMBDA", releases.toString());
        all.put("AWS_ENDPOINT_URL_CODEDEPLOY", releases.toString());
        return new FunctionEnv(Map.copyOf(all));
    }

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name));
    }
}
