// The designer: editors for case types. Takes a document, gives a document; knows no server.
export {};
