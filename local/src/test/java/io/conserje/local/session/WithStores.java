package io.conserje.local.session;

import io.conserje.local.emulator.session.SessionProcess;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a session and a WhatsApp of its own; the queues and tables are shared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithStores {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    Stores stores;
    Rig rig;

    @BeforeAll
    void open(@TempDir Path data) {
        stores = Stores.start(data);
    }

    @BeforeEach
    void begin(@TempDir Path folder, TestInfo test) {
        stores.sqs().open();
        stores.dynamodb().open();
        String name = test.getTestClass().orElseThrow().getSimpleName().toLowerCase(Locale.ROOT);
        rig = new Rig(stores, folder, name + NUMBER.incrementAndGet(), this::program);
    }

    /** A session as all of them are tried: without its container. */
    SessionProcess program(Map<String, String> environment, Path log) {
        return SessionProcess.start(Rig.PACKAGE, environment, log);
    }

    @AfterEach
    void end() {
        rig.close();
    }

    @AfterAll
    void close() {
        stores.close();
    }
}
