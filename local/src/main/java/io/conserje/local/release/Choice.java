package io.conserje.local.release;

import io.conserje.local.release.Refusal.Why;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which release a stage gets, and whether it may. */
final class Choice {
    private final Path root;
    private final Place place;
    private final Stacks stacks;

    /**
     * @param template as the bucket has it, or will
     * @param built where it is from this checkout
     * @param commits that are exactly this release
     */
    record Chosen(
            Release release,
            String template,
            Optional<Built> built,
            Checkout checkout,
            Set<String> commits) {}

    Choice(Path root, Place place, Stacks stacks) {
        this.root = root;
        this.place = place;
        this.stacks = stacks;
    }

    Chosen choose(Wish wish, StackNow now) {
        Chosen chosen =
                switch (wish.take()) {
                    case Wish.Take.Next next ->
                            wish.stage()
                                    .before()
                                    .map(before -> stored(running(before)))
                                    .orElseGet(this::built);
                    case Wish.Take.Named named -> stored(named.id());
                    case Wish.Take.Previous previous -> stored(previous(wish.stage(), now));
                };
        refuseOtherCommit(wish, chosen);
        if (!wish.stage().takesUncommitted() && chosen.commits().isEmpty()) {
            throw new Refusal(Why.UNCOMMITTED, chosen.release().id(), wish.stage().word());
        }
        refuseOutOfOrder(wish, chosen.release().id());
        return chosen;
    }

    private Chosen built() {
        Built built = Built.in(root);
        Checkout checkout = Checkout.of(root);
        Set<String> commits = new HashSet<>(place.commits(built.release().id()));
        checkout.exactly().ifPresent(commits::add);
        return new Chosen(
                built.release(), built.templateText(), Optional.of(built), checkout, commits);
    }

    private Chosen stored(String id) {
        if (!Release.isId(id)) {
            throw new Refusal(Why.BAD_RELEASE, id);
        }
        Release release =
                place.find(id)
                        .orElseThrow(
                                () -> new Refusal(Why.NO_SUCH_RELEASE, id, place.bucket().name()));
        String template =
                place.releases()
                        .template(id)
                        .orElseThrow(
                                () -> new Refusal(Why.NO_SUCH_RELEASE, id, place.bucket().name()));
        return new Chosen(
                release,
                template,
                Optional.empty(),
                new Checkout(Optional.empty(), false),
                place.commits(id));
    }

    private String running(Stage before) {
        StackNow there = stacks.find(StageConfig.read(root, before).stack());
        if (there.isNew()) {
            throw new Refusal(Why.NOTHING_BEFORE, there.name(), before.word());
        }
        if (there.isMoving()) {
            throw new Refusal(Why.BUSY, there.name(), there.status().orElseThrow());
        }
        return there.release()
                .orElseThrow(() ->
                        new Refusal(
                                Why.NOT_A_RELEASE,
                                there.name(),
                                there.parameters().getOrDefault("ReleaseId", "")));
    }

    private String previous(Stage stage, StackNow now) {
        if (now.isNew()) {
            throw new Refusal(Why.NO_STACK, now.name(), stage.word());
        }
        return place.history(now.name())
                .flatMap(history -> history.before(now.release().orElse("")))
                .orElseThrow(() -> new Refusal(Why.NO_RELEASE_BEFORE, now.name(), stage.word()));
    }

    private static void refuseOtherCommit(Wish wish, Chosen chosen) {
        wish.commit()
                .filter(commit -> !chosen.commits().contains(commit))
                .ifPresent(commit -> {
                    throw new Refusal(
                            Why.OTHER_COMMIT,
                            chosen.release().id(),
                            commit,
                            chosen.commits().isEmpty() ? "-" : String.join(", ", chosen.commits()));
                });
    }

    /** A stage takes what the stage before runs or ran, and what it ran itself. */
    private void refuseOutOfOrder(Wish wish, String id) {
        Optional<Stage> before = wish.stage().before();
        if (!(wish.take() instanceof Wish.Take.Named) || wish.outOfOrder() || before.isEmpty()) {
            return;
        }
        String here = StageConfig.read(root, wish.stage()).stack();
        String there = StageConfig.read(root, before.get()).stack();
        boolean known =
                ran(here, id)
                        || ran(there, id)
                        || stacks.find(there).release().stream().anyMatch(id::equals);
        if (!known) {
            throw new Refusal(Why.OUT_OF_ORDER, id, before.get().word(), wish.stage().word());
        }
    }

    private boolean ran(String stack, String id) {
        return place.history(stack).filter(history -> history.all().contains(id)).isPresent();
    }
}
