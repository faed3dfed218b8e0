/** Bytes that are encoded at a time; a multiple of three, so that only the last are filled up. */
const AT_A_TIME = 0x6000;

/** Bytes as base64. */
export function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += AT_A_TIME) {
    let characters = '';
    for (const byte of bytes.subarray(from, from + AT_A_TIME)) characters += String.fromCharCode(byte);
    pieces.push(btoa(characters));
  }
  return pieces.join('');
}

/** The bytes of base64, as binary data comes in messages. */
export function decoded(base64: string): Uint8Array {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < characters.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
