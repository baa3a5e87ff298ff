package io.conserje.local.release;

import java.util.Set;

/** One line of a change set, in CloudFormation's words. */
public record Change(String action, String resource, String type, String replacement) {
    /** What holds something that is nowhere else. */
    private static final Set<String> KEEPS =
            Set.of("AWS::DynamoDB::Table", "AWS::SQS::Queue", "AWS::S3::Bucket");

    /** Whether something would be lost, or could be. */
    public boolean loses() {
        boolean goes =
                action.equals("Remove")
                        || action.equals("Modify")
                                && (replacement.equals("True")
                                        || replacement.equals("Conditional"));
        return goes && KEEPS.contains(type);
    }
}
