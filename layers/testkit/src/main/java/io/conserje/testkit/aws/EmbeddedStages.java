package io.conserje.testkit.aws;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test that asks for one an {@link EmbeddedStage}, which is closed after it. The servers
 * start once and stop with the last test of the run.
 */
public final class EmbeddedStages implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(EmbeddedStages.class);

    /** A test class that takes its stage in its constructor has one for each of its tests too. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == EmbeddedStage.class;
    }

    @Override
    public EmbeddedStage resolveParameter(ParameterContext parameter, ExtensionContext test) {
        EmbeddedAws aws =
                test.getRoot()
                        .getStore(OURS)
                        .computeIfAbsent(
                                EmbeddedAws.class, key -> EmbeddedAws.start(), EmbeddedAws.class);
        return test.getStore(OURS)
                .computeIfAbsent(EmbeddedStage.class, key -> aws.newStage(), EmbeddedStage.class);
    }
}
