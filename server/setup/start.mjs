/* Runs on the machine's own Node, however old, with nothing installed: plain old syntax in this file. */
import { refuseOldNode } from './node-version.mjs'

if (!refuseOldNode()) void import('./commands.mjs').then((commands) => commands.start())
