package io.conserje.local.template;

import java.time.Duration;
import java.util.Map;

public record Function(
        String id,
        String name,
        String handler,
        Duration timeout,
        int memoryMegabytes,
        Map<String, String> environment) {}
