package io.conserje.local.template;

import io.conserje.local.template.Yaml.Entries;

/** One entry of the template's resources, its properties not yet evaluated. */
record Resource(String id, String type, Entries properties) {}
