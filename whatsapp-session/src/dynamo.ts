import {
    BatchGetItemCommand,
    type DynamoDBClient,
    GetItemCommand,
    QueryCommand,
    TransactWriteItemsCommand,
    type TransactWriteItem,
    UpdateItemCommand,
    type AttributeValue,
} from "@aws-sdk/client-dynamodb";
import { type Change, LeaseLost, type Store, type Stored } from "./store.js";
import { fromItem, toItem } from "./items.js";

type Item = Record<string, AttributeValue>;

const TIMEOUT = 5_000;
const MOST_READS = 100;
const LEASE = "LEASE";

/** The two tables in DynamoDB. Every call ends within seconds; whoever calls decides whether to try again. */
export class DynamoStore implements Store {
    readonly pk: string;
    readonly #client: DynamoDBClient;
    readonly #keys: string;
    readonly #sessions: string;

    constructor(client: DynamoDBClient, tables: { keys: string; sessions: string }, session: string) {
        this.pk = `S#${session}`;
        this.#client = client;
        this.#keys = tables.keys;
        this.#sessions = tables.sessions;
    }

    async takeLease(owner: string, nowMillis: number, untilMillis: number): Promise<number | undefined> {
        const answer = await this.#updateLease(
            "SET #owner = :owner, expiresMillis = :until ADD fence :one",
            "attribute_not_exists(expiresMillis) OR expiresMillis < :now OR #owner = :owner",
            { ":owner": { S: owner }, ":until": n(untilMillis), ":now": n(nowMillis), ":one": n(1) },
        );
        return answer === undefined ? undefined : Number(answer["fence"]?.N);
    }

    async renewLease(owner: string, fence: number, untilMillis: number): Promise<boolean> {
        const answer = await this.#updateLease(
            "SET expiresMillis = :until",
            "fence = :fence AND #owner = :owner",
            {
                ":owner": { S: owner },
                ":until": n(untilMillis),
                ":fence": n(fence),
            },
        );
        return answer !== undefined;
    }

    async releaseLease(owner: string, fence: number): Promise<void> {
        await this.renewLease(owner, fence, 0);
    }

    async #updateLease(update: string, condition: string, values: Item): Promise<Item | undefined> {
        try {
            const answer = await this.#client.send(
                new UpdateItemCommand({
                    TableName: this.#keys,
                    Key: this.#key(LEASE),
                    UpdateExpression: update,
                    ConditionExpression: condition,
                    ExpressionAttributeNames: { "#owner": "owner" },
                    ExpressionAttributeValues: values,
                    ReturnValues: "ALL_NEW",
                }),
                limit(),
            );
            return answer.Attributes ?? {};
        } catch (failure) {
            if (failure instanceof Error && failure.name === "ConditionalCheckFailedException")
                return undefined;
            throw failure;
        }
    }

    async read(sks: readonly string[]): Promise<Stored[]> {
        const found: Stored[] = [];
        for (let from = 0; from < sks.length; from += MOST_READS) {
            const keys = [...new Set(sks.slice(from, from + MOST_READS))].map((sk) => this.#key(sk));
            const answer = await this.#client.send(
                new BatchGetItemCommand({
                    RequestItems: { [this.#keys]: { Keys: keys, ConsistentRead: true } },
                }),
                limit(),
            );
            // Half an answer would look like keys that do not exist; the caller asks again for all.
            if (Object.keys(answer.UnprocessedKeys ?? {}).length > 0)
                throw new Error("the table is throttled");
            for (const item of answer.Responses?.[this.#keys] ?? []) found.push(stored(item));
        }
        return found;
    }

    async names(prefix: string): Promise<string[]> {
        const names: string[] = [];
        let from: Item | undefined;
        do {
            const page = await this.#client.send(
                new QueryCommand({
                    TableName: this.#keys,
                    ConsistentRead: true,
                    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
                    ProjectionExpression: "sk",
                    ExpressionAttributeValues: { ":pk": { S: this.pk }, ":prefix": { S: prefix } },
                    ...(from === undefined ? {} : { ExclusiveStartKey: from }),
                }),
                limit(),
            );
            for (const item of page.Items ?? []) names.push(item["sk"]?.S ?? "");
            from = page.LastEvaluatedKey;
        } while (from !== undefined);
        return names;
    }

    async readState(sk: "STATE" | "WISH"): Promise<Record<string, unknown> | undefined> {
        const answer = await this.#client.send(
            new GetItemCommand({ TableName: this.#sessions, Key: this.#key(sk), ConsistentRead: true }),
            limit(),
        );
        return answer.Item === undefined ? undefined : fromItem(answer.Item);
    }

    async write(fence: number, changes: readonly Change[]): Promise<void> {
        await this.#transact(
            fence,
            changes.map((change) => this.#change(change)),
        );
    }

    async writeState(fence: number, state: Record<string, unknown>): Promise<void> {
        const item = { ...toItem(state), ...this.#key("STATE") };
        await this.#transact(fence, [{ Put: { TableName: this.#sessions, Item: item } }]);
    }

    async #transact(fence: number, changes: TransactWriteItem[]): Promise<void> {
        const check = {
            TableName: this.#keys,
            Key: this.#key(LEASE),
            ConditionExpression: "fence = :fence",
            ExpressionAttributeValues: { ":fence": n(fence) },
        };
        try {
            await this.#client.send(
                new TransactWriteItemsCommand({ TransactItems: [{ ConditionCheck: check }, ...changes] }),
                limit(),
            );
        } catch (failure) {
            const reasons = (failure as { CancellationReasons?: { Code?: string }[] }).CancellationReasons;
            if (reasons?.[0]?.Code === "ConditionalCheckFailed") throw new LeaseLost("a write was refused");
            throw failure;
        }
    }

    #change(change: Change): TransactWriteItem {
        const key = this.#key(change.sk);
        if ("remove" in change) return { Delete: { TableName: this.#keys, Key: key } };
        if ("sealed" in change) {
            return { Put: { TableName: this.#keys, Item: { ...key, sealed: { B: change.sealed } } } };
        }
        const ref: Item = change.ref === undefined ? {} : { ref: { S: change.ref } };
        return { Put: { TableName: this.#keys, Item: { ...key, ...ref, expiresAt: n(change.expiresAt) } } };
    }

    #key(sk: string): Item {
        return { pk: { S: this.pk }, sk: { S: sk } };
    }
}

const n = (value: number): AttributeValue => ({ N: String(value) });

const limit = (): { abortSignal: AbortSignal } => ({ abortSignal: AbortSignal.timeout(TIMEOUT) });

function stored(item: Item): Stored {
    const sealed = item["sealed"]?.B;
    const ref = item["ref"]?.S;
    return {
        sk: item["sk"]?.S ?? "",
        ...(sealed === undefined ? {} : { sealed }),
        ...(ref === undefined ? {} : { ref }),
    };
}
