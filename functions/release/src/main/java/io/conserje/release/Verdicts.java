package io.conserje.release;

/** Where CodeDeploy waits for the end of a check. */
interface Verdicts {
    void tell(String deployment, String execution, boolean succeeded);
}
