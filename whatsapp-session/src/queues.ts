import {
    ChangeMessageVisibilityCommand,
    DeleteMessageCommand,
    ReceiveMessageCommand,
    SendMessageCommand,
    type SQSClient,
} from "@aws-sdk/client-sqs";
import { createHash, createHmac } from "node:crypto";

export interface Order {
    readonly group: string;
    readonly once: string;
}

export interface Taken {
    readonly handle: string;
    readonly body: string;
}

export interface Outbox {
    send(body: string, order?: Order): Promise<void>;
}

export interface Inbox {
    /** One at most: what is taken and not tried would count as tried, and three tries make a dead letter. */
    take(waitSeconds: number, hiddenSeconds: number, signal: AbortSignal): Promise<Taken | undefined>;
    remove(handle: string): Promise<void>;
    hide(handle: string, seconds: number): Promise<void>;
}

const TIMEOUT = 5_000;

export class SqsOutbox implements Outbox {
    constructor(
        private readonly client: SQSClient,
        private readonly url: string,
        private readonly signingSecret: string,
    ) {}

    async send(body: string, order?: Order): Promise<void> {
        await this.client.send(
            new SendMessageCommand({
                QueueUrl: this.url,
                MessageBody: body,
                MessageAttributes: {
                    signature: { DataType: "String", StringValue: signatureOf(body, this.signingSecret) },
                },
                ...(order === undefined
                    ? {}
                    : { MessageGroupId: fit(order.group), MessageDeduplicationId: fit(order.once) }),
            }),
            { abortSignal: AbortSignal.timeout(TIMEOUT) },
        );
    }
}

export class SqsInbox implements Inbox {
    constructor(
        private readonly client: SQSClient,
        private readonly url: string,
    ) {}

    async take(waitSeconds: number, hiddenSeconds: number, signal: AbortSignal): Promise<Taken | undefined> {
        const answer = await this.client.send(
            new ReceiveMessageCommand({
                QueueUrl: this.url,
                MaxNumberOfMessages: 1,
                WaitTimeSeconds: waitSeconds,
                VisibilityTimeout: hiddenSeconds,
            }),
            { abortSignal: AbortSignal.any([signal, AbortSignal.timeout(waitSeconds * 1000 + TIMEOUT)]) },
        );
        const [message] = answer.Messages ?? [];
        if (message?.ReceiptHandle === undefined) return undefined;
        return { handle: message.ReceiptHandle, body: message.Body ?? "" };
    }

    async remove(handle: string): Promise<void> {
        await this.client.send(new DeleteMessageCommand({ QueueUrl: this.url, ReceiptHandle: handle }), {
            abortSignal: AbortSignal.timeout(TIMEOUT),
        });
    }

    async hide(handle: string, seconds: number): Promise<void> {
        await this.client.send(
            new ChangeMessageVisibilityCommand({
                QueueUrl: this.url,
                ReceiptHandle: handle,
                VisibilityTimeout: seconds,
            }),
            { abortSignal: AbortSignal.timeout(TIMEOUT) },
        );
    }
}

export const signatureOf = (body: string, secret: string): string =>
    `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

/** JSON that SQS takes: it refuses two characters that JSON allows, and one of them would stop the queue for ever. */
export const bodyOf = (value: unknown): string =>
    JSON.stringify(value).replace(/[\uFFFE\uFFFF]/gu, (c) => `\\u${c.charCodeAt(0).toString(16)}`);

/** A message's id is chosen by whoever sends it; SQS takes 128 printable characters. */
export const fit = (text: string): string =>
    /^[!-~]{1,128}$/u.test(text) ? text : createHash("sha256").update(text).digest("hex");
