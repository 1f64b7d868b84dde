export declare const PART_IMPORT: RegExp;
export declare function partModule(path: string): string;
