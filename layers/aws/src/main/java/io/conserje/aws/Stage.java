package io.conserje.aws;

import java.util.Arrays;
import java.util.List;

/**
 * Which stack this is.
 *
 * @param accounts those whose secrets must be there before a prod stage starts, each as {@code
 *     channel/account}
 */
public record Stage(String name, String release, List<String> accounts) {
    static Stage read(Env env) {
        Variables variables = new Variables(env);
        String name = variables.required("STAGE");
        String release = variables.required("RELEASE_ID");
        String accounts = variables.required("ACCOUNTS");
        variables.check();
        return new Stage(
                name, release, Arrays.stream(accounts.split(",")).map(String::strip).toList());
    }

    boolean isProduction() {
        return name.equals("prod");
    }
}
