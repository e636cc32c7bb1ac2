import './old-phones.ts'
import './styles/fonts.css'
import '#client/app/styles/tokens.css'
import '#client/app/styles/base.css'
import './styles/page.css'
import './styles/answers.css'
import { createRoot } from 'react-dom/client'
import { registerWorker } from './offline/register.ts'
import { PhoneApp } from './phone-app.tsx'

const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no #root')
createRoot(container).render(<PhoneApp />)

// After the page itself: on a slow network it must not share the way with what comes later.
window.addEventListener('load', registerWorker)
