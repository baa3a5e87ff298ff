/** How the process ends; see "How the process ends" in CONTRACT.md. */
export const STATUS = { asked: 0, settings: 64, fault: 70, leaseLost: 72, replaced: 73 } as const;

export type Die = (status: number, why: string) => never;
