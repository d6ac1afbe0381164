/** The texts of mails and summaries, in one language. A formula says summaries too, so the texts `summary.` are basic ones; those of mails are read on demand. */
export { speak as speakMail, type SpeakAll as SpeakMail } from '../onDemand';
