package io.conserje.channel;

import io.conserje.model.Account;
import io.conserje.model.Template;
import java.time.Duration;
import java.util.List;

/** The templates of an account, as its provider keeps them. */
public interface Templates {

    /** Every template of the account that is made of what we know: a body and quick replies. */
    Listed list(Account account, Secrets secrets);

    /** Asks the provider to look at a template; whether it may be used is told later. */
    Registered register(Template template, Account account, Secrets secrets);

    sealed interface Listed {}

    record All(List<Template> templates) implements Listed {
        public All {
            templates = List.copyOf(templates);
        }
    }

    sealed interface Registered {}

    /** With the status that the provider gives it for now. */
    record Taken(Template template) implements Registered {}

    /**
     * @param reason names what is wrong with it and how to mend it
     */
    record Refused(String reason) implements Registered {}

    /** Neither is known to be done. Doing it again is safe. */
    record NotNow(Duration after, String reason) implements Listed, Registered {}
}
