import tseslint from "typescript-eslint";

export default tseslint.config(
    { ignores: ["dist", "node_modules"] },
    ...tseslint.configs.strictTypeChecked,
    {
        languageOptions: { parserOptions: { project: "./tsconfig.json" } },
        rules: {
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
            "@typescript-eslint/no-non-null-assertion": "error",
            "@typescript-eslint/no-floating-promises": [
                "error",
                {
                    allowForKnownSafeCalls: [
                        { from: "package", package: "node:test", name: ["test", "describe", "it"] },
                    ],
                },
            ],
            "@typescript-eslint/switch-exhaustiveness-check": "error",
            "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
        },
    },
    { files: ["eslint.config.js"], ...tseslint.configs.disableTypeChecked },
);
