package io.conserje.local.command;

import io.conserje.local.sam.Invoked;
import io.conserje.local.sam.Report;
import io.conserje.local.sam.Step;
import io.conserje.local.sam.Verification;
import io.conserje.model.TheOutsideWorld;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries what is deployed with the tools of others. */
@Command(name = "verify")
@TheOutsideWorld
final class Verify {
    private final Texts texts = Texts.ofSystem();
    private final SamPage page = new SamPage(texts);

    /** Ends with 0 when all of it was tried and is as it is to be. */
    @Command(name = "sam")
    int sam(@Option(names = "--allow-missing") boolean allowMissing) throws IOException {
        try (Scratch scratch = Scratch.named("conserje-sam")) {
            Report report =
                    new Verification(
                                    name -> Optional.ofNullable(System.getenv(name)),
                                    Home.root(),
                                    scratch.folder(),
                                    new Progress())
                            .run();
            page.summary(report, allowMissing).forEach(System.out::println);
            return report.holds(allowMissing) ? 0 : 1;
        }
    }

    private final class Progress implements Verification.Listener {
        @Override
        public void began(Step.Name step) {
            System.out.println(page.began(step));
        }

        @Override
        public void chose(String image, boolean ofAws) {
            System.out.println(page.image(image, ofAws));
        }

        @Override
        public void invoked(Invoked one) {
            System.out.println(page.invoked(one));
        }

        @Override
        public void ended(Step step) {
            System.out.println(page.ended(step));
        }
    }
}
