/** The lines with which another site shows the tally: a frame, and a listener that gives it the height it asks for. */
export function embedLines(address: string, title: string): string {
	const quoted = title.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
	return [
		`<iframe id="plenaria" src="${address}" title="${quoted}" width="100%" height="900" loading="lazy"></iframe>`,
		"<script>",
		'addEventListener("message", ({ data, source }) => {',
		'  const frame = document.getElementById("plenaria");',
		'  if (source === frame.contentWindow && data?.type === "plenaria:size") frame.height = data.height;',
		"});",
		"</script>",
	].join("\n");
}
