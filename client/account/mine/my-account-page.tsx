import { paths } from '#client/app/paths.ts'
import { useMe } from '#client/app/queries.ts'
import { firstNameOf } from '#client/account/first-name.ts'
import { PageTitle } from '#client/shell/page-title.tsx'
import { Colleagues } from './colleagues.tsx'
import { NetworkName } from './network-name.tsx'
import { mineTexts as t } from './texts-fr.ts'
import { WhoIAm } from './who-i-am.tsx'
import '#client/fields/fields.css'
import './mine.css'

/** Who one is; for advisors, what the network is called and who accompanies in it. */
export default function MyAccountPage() {
  const me = useMe().data
  if (me === undefined) return null
  const isKnown = firstNameOf(me.user) !== undefined
  const isAdvisor = me.standing === 'advisor'

  return (
    <div className="page narrow">
      <PageTitle
        title={isKnown ? t.title : t.anonymousTitle}
        documentTitle={t.title}
        back={{ to: paths.home, label: isAdvisor ? t.back : t.backMember }}
      >
        {isKnown ? t.lead : t.anonymousLead}
      </PageTitle>
      <WhoIAm me={me} />
      {isAdvisor && (
        <>
          <NetworkName name={me.network.name} />
          <Colleagues me={me} />
        </>
      )}
    </div>
  )
}
