package io.conserje.local.runtime;

import io.conserje.local.template.Function;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Refuses a function what its role would not let it do in AWS, so that a permission that the
 * template lacks is missed here first. It sees the calls to tables, queues and secrets of the
 * function's own clients: not what a channel calls with another, nor the media bucket.
 */
final class Permitted implements ExecutionInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Permitted.class);
    private static final int REFUSED = 400;

    private final Function function;
    private final Map<AwsCall, Boolean> decided = new ConcurrentHashMap<>();

    Permitted(Function function) {
        this.function = function;
    }

    /**
     * @throws AwsServiceException when the function may not; it is not tried again
     */
    @Override
    public void beforeExecution(Context.BeforeExecution execution, ExecutionAttributes attributes) {
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        for (AwsCall call : AwsCall.of(execution.request(), operation)) {
            if (!decided.computeIfAbsent(call, it -> function.may(it.action(), it.resource()))) {
                throw refusal(call);
            }
        }
    }

    private AwsServiceException refusal(AwsCall call) {
        String why =
                "The role of "
                        + function.id()
                        + " does not allow "
                        + call.action()
                        + " on "
                        + call.resource()
                        + ": add it to the function's Policies in the template";
        LOG.error(why);
        return AwsServiceException.builder()
                .message(why)
                .statusCode(REFUSED)
                .awsErrorDetails(
                        AwsErrorDetails.builder()
                                .errorCode("AccessDeniedException")
                                .errorMessage(why)
                                .build())
                .build();
    }
}
