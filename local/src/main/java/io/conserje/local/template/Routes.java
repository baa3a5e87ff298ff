package io.conserje.local.template;

import java.util.Locale;

/** An event of type HttpApi as a route. */
final class Routes {
    static final String IMPLICIT_API = "ServerlessHttpApi";

    private Routes() {}

    static Route read(String functionId, Properties event) {
        String path = event.text("Path").orElse(Route.DEFAULT);
        String method = event.text("Method").orElse("ANY").toUpperCase(Locale.ROOT);
        return new Route(method.equals("*") ? "ANY" : method, path, functionId);
    }
}
