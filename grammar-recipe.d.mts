export declare const RECIPE_IMPORT: RegExp;
export declare function recipeModule(path: string): string;
