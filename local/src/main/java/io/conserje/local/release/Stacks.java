package io.conserje.local.release;

import io.conserje.local.release.ChangeSet.Failed;
import io.conserje.local.release.ChangeSet.Nothing;
import io.conserje.local.release.ChangeSet.Ready;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** CloudFormation, as far as a deployment needs it. It runs SAM's transform itself. */
final class Stacks {
    private static final Logger LOG = LoggerFactory.getLogger(Stacks.class);
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final int LOOKS = 200;

    private final CloudFormationClient client;
    private final Pause pause;

    Stacks(CloudFormationClient client, Pause pause) {
        this.client = client;
        this.pause = pause;
    }

    StackNow find(String name) {
        try {
            return client.describeStacks(describe -> describe.stackName(name)).stacks().stream()
                    .findFirst()
                    .map(Stacks::now)
                    .orElseGet(() -> StackNow.absent(name));
        } catch (CloudFormationException e) {
            // There is no error of its own for that: https://github.com/aws/aws-sdk/issues/197
            if (String.valueOf(e.getMessage()).contains("does not exist")) {
                return StackNow.absent(name);
            }
            throw e;
        }
    }

    private static StackNow now(Stack stack) {
        return new StackNow(
                stack.stackName(),
                Optional.of(stack.stackStatusAsString()),
                Objects.requireNonNullElse(stack.stackStatusReason(), ""),
                stack.parameters().stream()
                        .collect(
                                Collectors.toMap(
                                        Parameter::parameterKey, Parameter::parameterValue)),
                stack.outputs().stream()
                        .collect(Collectors.toMap(Output::outputKey, Output::outputValue)));
    }

    /** Asks for a change set and waits until it is there. */
    ChangeSet plan(
            StackNow now,
            String name,
            String templateUrl,
            StageParameters parameters,
            Optional<String> role) {
        String id =
                client.createChangeSet(
                                create -> {
                                    create.stackName(now.name())
                                            .changeSetName(name)
                                            .changeSetType(
                                                    now.isNew()
                                                            ? ChangeSetType.CREATE
                                                            : ChangeSetType.UPDATE)
                                            .templateURL(templateUrl)
                                            .parameters(parameters.forStack())
                                            .capabilities(
                                                    Capability.CAPABILITY_IAM,
                                                    Capability.CAPABILITY_AUTO_EXPAND);
                                    role.ifPresent(create::roleARN);
                                })
                        .id();
        for (int look = 0; look < LOOKS; look++) {
            DescribeChangeSetResponse set =
                    client.describeChangeSet(describe -> describe.changeSetName(id));
            if (set.status() == ChangeSetStatus.CREATE_COMPLETE) {
                return new Ready(id, changes(id, set));
            }
            if (set.status() == ChangeSetStatus.FAILED) {
                return failed(id, Objects.requireNonNullElse(set.statusReason(), ""));
            }
            pause.of(LOOK);
        }
        return new Failed(id, "CREATE_IN_PROGRESS");
    }

    /** There is no status of its own for that: only this text, in one of two forms. */
    private static ChangeSet failed(String id, String reason) {
        boolean nothing =
                reason.contains("didn't contain changes")
                        || reason.contains("No updates are to be performed");
        return nothing ? new Nothing(id) : new Failed(id, reason);
    }

    private List<Change> changes(String id, DescribeChangeSetResponse first) {
        List<Change> changes = new ArrayList<>();
        DescribeChangeSetResponse page = first;
        while (true) {
            page.changes().forEach(one -> changes.add(change(one.resourceChange())));
            String next = page.nextToken();
            if (next == null) {
                return changes;
            }
            page = client.describeChangeSet(describe -> describe.changeSetName(id).nextToken(next));
        }
    }

    private static Change change(ResourceChange of) {
        return new Change(
                of.actionAsString(),
                of.logicalResourceId(),
                of.resourceType(),
                Objects.requireNonNullElse(of.replacementAsString(), ""));
    }

    void discard(ChangeSet set) {
        client.deleteChangeSet(delete -> delete.changeSetName(set.id()));
    }

    /** A change set for a new stack leaves a stack without resources; never one that has any. */
    void removeEmpty(String name) {
        try {
            if (find(name).isEmpty()) {
                client.deleteStack(delete -> delete.stackName(name));
            }
        } catch (CloudFormationException e) {
            // A pipeline may not delete stacks. What stays costs nothing, and counts as new.
            LOG.info("the empty stack {} stays", name, e);
        }
    }

    /** What was made in vain goes again, even what is to be kept: it holds nothing yet. */
    void execute(ChangeSet.Ready set) {
        client.executeChangeSet(
                execute -> execute.changeSetName(set.id()).retainExceptOnCreate(true));
    }

    /** The last thing that happened; empty when nothing did. */
    Optional<String> lastEvent(String name) {
        return client
                .describeStackEvents(describe -> describe.stackName(name))
                .stackEvents()
                .stream()
                .findFirst()
                .map(StackEvent::eventId);
    }

    /** What happened after that, oldest first. */
    List<StackEvent> eventsAfter(String name, Optional<String> last) {
        return client
                .describeStackEventsPaginator(describe -> describe.stackName(name))
                .stackEvents()
                .stream()
                .takeWhile(event -> last.filter(event.eventId()::equals).isEmpty())
                .toList()
                .reversed();
    }
}
