package io.conserje.testkit;

import io.conserje.application.MediaStore;
import io.conserje.testkit.contract.MediaStoreContract;

class InMemoryMediaTest implements MediaStoreContract {
    private final MediaStore store = new InMemoryMedia();

    @Override
    public MediaStore store() {
        return store;
    }

    @Override
    public boolean givesLinks() {
        return false;
    }
}
