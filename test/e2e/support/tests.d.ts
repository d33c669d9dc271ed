declare module 'tests' {}
