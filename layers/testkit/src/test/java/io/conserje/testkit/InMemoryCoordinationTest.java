package io.conserje.testkit;

import io.conserje.application.Coordination;
import io.conserje.testkit.contract.CoordinationContract;

class InMemoryCoordinationTest implements CoordinationContract {
    private final Coordination coordination = new InMemoryCoordination();

    @Override
    public Coordination coordination() {
        return coordination;
    }
}
