package io.conserje.local.runtime;

/** Names as AWS writes them, in the region and the account that this machine plays. */
final class Arn {
    static final String REGION = "us-east-1";
    static final String ACCOUNT = "000000000000";

    private Arn() {}

    static String queue(String name) {
        return "arn:aws:sqs:" + REGION + ":" + ACCOUNT + ":" + name;
    }

    static String function(String name) {
        return "arn:aws:lambda:" + REGION + ":" + ACCOUNT + ":function:" + name;
    }

    static String secret(String name) {
        return "arn:aws:secretsmanager:" + REGION + ":" + ACCOUNT + ":secret:" + name + "-local0";
    }
}
