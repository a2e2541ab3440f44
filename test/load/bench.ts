import { cpus } from "node:os";
import { benchAudience } from "./audience.bench.ts";
import { benchJoins, benchStream } from "./crowd.bench.ts";
import { benchFanOut, benchMemory } from "./fanout.bench.ts";
import { benchActs, benchImport, benchReplay } from "./journal.bench.ts";
import { benchFirstMedia } from "./media.bench.ts";
import { showCarrying } from "./mediaCarry.bench.ts";
import { benchForwarding } from "./mediaForward.bench.ts";
import { benchPaint } from "./paint.bench.ts";
import { showRehearsal } from "./rehearsal.bench.ts";
import { print } from "./report.ts";
import { benchScroll } from "./scroll.bench.ts";

/**
 * `npm run bench [-- G6 G8 rehearsal ...]`: each goal beside its control, alternating in the same run, medians of 25
 * rounds. Absolute figures belong to the machine; the ratios are what to look at. Nothing here can fail: a
 * figure is met, missed or invalid, and says which.
 */
const wanted = process.argv.slice(2);
const wants = (...goals: string[]) => wanted.length === 0 || goals.some((goal) => wanted.includes(goal));

console.log(`Plenaria benchmark, Node ${process.versions.node}, ${cpus().length} cores\n`);
if (wants("G1", "G2")) for (const measurement of await benchFanOut()) print(measurement);
if (wants("G4")) for (const measurement of await benchMemory()) print(measurement);
if (wants("G5")) for (const measurement of await benchJoins()) print(measurement);
if (wants("G6", "G6c", "G6d")) for (const measurement of await benchActs()) print(measurement);
if (wants("G8")) print(await benchReplay());
if (wants("G10")) for (const measurement of await benchStream()) print(measurement);
if (wants("import")) print(await benchImport());
if (wants("paint")) print(await benchPaint());
if (wants("audience")) for (const measurement of await benchAudience()) print(measurement);
if (wants("scroll")) for (const measurement of await benchScroll()) print(measurement);
if (wants("media", "media-first")) for (const measurement of await benchFirstMedia()) print(measurement);
if (wants("media", "media-forward")) print(await benchForwarding());
if (wants("media", "media-carry")) await showCarrying();
if (wants("rehearsal")) await showRehearsal();
