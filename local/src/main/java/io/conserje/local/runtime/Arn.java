package io.conserje.local.runtime;

import io.conserje.local.template.Schedule;

/** Names as AWS writes them, in the region and the account that this machine plays. */
final class Arn {
    static final String REGION = "us-east-1";
    static final String ACCOUNT = "000000000000";

    private Arn() {}

    static String queue(String name) {
        return "arn:aws:sqs:" + REGION + ":" + ACCOUNT + ":" + name;
    }

    static String table(String name) {
        return "arn:aws:dynamodb:" + REGION + ":" + ACCOUNT + ":table/" + name;
    }

    /** A rule of EventBridge's, or a schedule of EventBridge Scheduler's usual group. */
    static String schedule(Schedule schedule) {
        String what =
                switch (schedule.by()) {
                    case SCHEDULER -> "scheduler:" + REGION + ":" + ACCOUNT + ":schedule/default/";
                    case RULE -> "events:" + REGION + ":" + ACCOUNT + ":rule/";
                };
        return "arn:aws:" + what + schedule.name();
    }

    static String function(String name) {
        return "arn:aws:lambda:" + REGION + ":" + ACCOUNT + ":function:" + name;
    }

    static String secret(String name) {
        return "arn:aws:secretsmanager:" + REGION + ":" + ACCOUNT + ":secret:" + name + "-local0";
    }
}
