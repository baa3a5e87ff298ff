package io.conserje.local.release;

import io.conserje.local.release.Choice.Chosen;
import io.conserje.local.release.Refusal.Why;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.regions.Region;

/** Takes a release to a stage, or shows what that would do. */
public final class Deployment {
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final int LOOKS = 10;

    private final Clients clients;
    private final Path root;
    private final Outside outside;
    private final Stacks stacks;
    private final Consumer<Told> told;

    /** What a test gives in its own way. */
    public record Outside(InstantSource clock, Pause pause, Health health) {}

    /**
     * @param root the checkout
     */
    public Deployment(Clients clients, Path root, Outside outside, Consumer<Told> told) {
        this.clients = clients;
        this.root = root;
        this.outside = outside;
        this.stacks = new Stacks(clients.stacks(), outside.pause());
        this.told = told;
    }

    /**
     * @throws Refusal when it is not to be done, and nothing was
     */
    public Outcome run(Wish wish) {
        StageConfig config = StageConfig.read(root, wish.stage());
        StackNow now = stacks.find(config.stack());
        now.refuseUnlessChangeable();
        Place place = place(wish);
        Chosen chosen = new Choice(root, place, stacks).choose(wish, now);
        StageParameters parameters =
                StageParameters.of(
                        chosen.release(),
                        chosen.template(),
                        wish.stage(),
                        config.parameters(),
                        wish.set(),
                        now.isNew() ? Map.of() : now.parameters());
        tell(wish, now, chosen, parameters);
        upload(wish, place, chosen);
        return change(wish, now, place, chosen, parameters);
    }

    private Place place(Wish wish) {
        String account = clients.account();
        String name =
                wish.bucket()
                        .orElseGet(() -> "conserje-releases-" + account + "-" + clients.region());
        return Place.of(new Bucket(clients.files(), name, account));
    }

    private void tell(Wish wish, StackNow now, Chosen chosen, StageParameters parameters) {
        told.accept(
                new Told.Begins(
                        wish.stage(),
                        now.name(),
                        parameters.releaseId(),
                        chosen.commits(),
                        Optional.ofNullable(now.parameters().get("ReleaseId"))));
        if (!parameters.passedOver().isEmpty()) {
            // A checkout knows its own parameters: one that it does not know is a slip.
            if (chosen.built().isPresent()) {
                throw new Refusal(
                        Why.UNKNOWN_PARAMETER,
                        String.join(", ", parameters.passedOver()),
                        String.join(", ", parameters.values().keySet()));
            }
            told.accept(new Told.PassedOver(parameters.passedOver()));
        }
    }

    /** Nothing of a release that the bucket has already. */
    private void upload(Wish wish, Place place, Chosen chosen) {
        if (chosen.built().isEmpty()) {
            return;
        }
        Built built = chosen.built().get();
        if (!place.exists()) {
            Region region = Region.of(clients.region());
            new NewBucket(clients.files())
                    .make(place.bucket().name(), region.id(), region.metadata().partition().id());
            told.accept(new Told.BucketMade(place.bucket().name()));
        }
        Releases releases = place.releases();
        told.accept(new Told.Uploads(releases.uploads(built), place.bucket().name(), wish.yes()));
        if (wish.yes()) {
            releases.keepArtifacts(built);
        }
        releases.keepTemplate(built);
        if (wish.yes()) {
            releases.keepRelease(built, chosen.checkout());
        }
    }

    private Outcome change(
            Wish wish, StackNow now, Place place, Chosen chosen, StageParameters parameters) {
        ChangeSet set =
                stacks.plan(
                        now,
                        "conserje-" + parameters.releaseId() + "-" + outside.clock().millis(),
                        place.releases().templateUrl(chosen.release().id()),
                        parameters,
                        wish.role());
        return switch (set) {
            case ChangeSet.Nothing nothing -> {
                discard(set, now);
                yield new Outcome.Unchanged(parameters.releaseId());
            }
            case ChangeSet.Failed failed -> {
                discard(set, now);
                yield new Outcome.NotPlanned(failed.reason());
            }
            case ChangeSet.Ready ready -> {
                told.accept(new Told.Changes(ready.changes(), wish.yes()));
                if (wish.yes()) {
                    refuseLoss(wish, now, ready);
                    yield execute(wish, now, place, ready, parameters.releaseId());
                }
                discard(set, now);
                yield new Outcome.Shown();
            }
        };
    }

    private void discard(ChangeSet set, StackNow now) {
        stacks.discard(set);
        if (now.isNew()) {
            stacks.removeEmpty(now.name());
        }
    }

    private void refuseLoss(Wish wish, StackNow now, ChangeSet.Ready set) {
        List<String> lost =
                set.changes().stream().filter(Change::loses).map(Change::resource).toList();
        if (!lost.isEmpty() && !wish.allowReplacement()) {
            discard(set, now);
            throw new Refusal(Why.WOULD_LOSE, String.join(", ", lost));
        }
    }

    private Outcome execute(
            Wish wish, StackNow now, Place place, ChangeSet.Ready set, String releaseId) {
        Rollout.Ended ended = new Rollout(stacks, outside.pause(), told).run(now.name(), set);
        if (!ended.well()) {
            return new Outcome.Undone(ended.status(), ended.failures());
        }
        new History(place.bucket(), now.name())
                .add(
                        outside.clock().instant(),
                        wish.take() instanceof Wish.Take.Previous
                                ? History.How.ROLLBACK
                                : History.How.DEPLOY,
                        releaseId);
        return new Outcome.Done(releaseId, health(now.name(), releaseId));
    }

    private Health.Said health(String stack, String releaseId) {
        String api = stacks.find(stack).outputs().getOrDefault("ApiUrl", "");
        if (api.isEmpty()) {
            return new Health.Said("", "the stack has no output ApiUrl");
        }
        URI route = URI.create(api + "/health");
        Health.Said said = outside.health().ask(route);
        // A new API, or a new alias, is not everywhere at once.
        for (int look = 1; look < LOOKS && !said.release().equals(releaseId); look++) {
            outside.pause().of(LOOK);
            said = outside.health().ask(route);
        }
        return said;
    }
}
