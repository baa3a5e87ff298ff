package io.conserje.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The function's credentials, fetched once for all clients, and forgotten before a snapshot. */
final class Credentials implements AwsCredentialsProvider {
    private final Reopened<Source> source = new Reopened<>(Credentials::open);

    private record Source(AwsCredentialsProvider provider, SdkAutoCloseable closing)
            implements AutoCloseable {
        @Override
        public void close() {
            closing.close();
        }
    }

    /**
     * With SnapStart Lambda names an address for them
     * (https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtimes.html); going there at once
     * saves the search.
     */
    private static Source open() {
        if (SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.getStringValue().isPresent()) {
            ContainerCredentialsProvider provider = ContainerCredentialsProvider.create();
            return new Source(provider, provider);
        }
        DefaultCredentialsProvider provider = DefaultCredentialsProvider.builder().build();
        return new Source(provider, provider);
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return source.get().provider().resolveCredentials();
    }

    void forget() {
        source.close();
    }
}
