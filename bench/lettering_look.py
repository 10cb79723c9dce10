import sys
from lettering_world import *
from lettering_judge import *
from lettering_engine import answer
from lettering_judge import _groups
def show(world,k,a,j):
    line,t=world.lines[k]
    print("----",t.behaviour,t.known,"sure %.3f"%j.sure,"right",j.right,"payer",t.payer,world.accounts[t.payer-1].names if t.payer else "", "got",a.payers[k], world.accounts[a.payers[k]-1].names if a.payers[k] else "")
    print("   ",line.amount,repr(line.name),repr(line.text[:90]),line.creditor_reference, line.iban[:8], "known iban" if any(line.iban in x.ibans for x in world.accounts) else "")
    print("    truth",{acc:[ (i.piece,i.open.minor) for i in world.items[acc] if i.entry_id in g][:5] for acc,g in t.groups.items()}, "n=",[len(world.items[x]) for x in t.groups])
    for c in a.letterings[k][:2]:
        print("    got",[(p.piece,p.amount.minor) for p in c.parts if p.entry_id>0][:5],c.confidence,c.cause.value,[r.ground.value for r in c.reasons])
if __name__=="__main__":
    mode=sys.argv[1]
    stat=defaultdict(list)
    for seed in map(int,sys.argv[2:]):
        w=world_of(seed,customers=300,lines=600,big=5000)
        a=answer(w); js=judge(w,a.letterings,a.payers)
        for k,j in enumerate(js):
            if mode=="payer" and j.truth.payer_known and not j.payer_right: show(w,k,a,j)
            if mode=="wrong" and j.sure>=.5 and not j.right: show(w,k,a,j)
            if mode=="missed" and j.truth.known=="yes" and not j.right: show(w,k,a,j)
            if mode=="dark" and j.truth.known=="no" and j.sure>=.5: show(w,k,a,j)
            if mode=="low" and j.truth.known=="yes" and j.right and j.sure<.95: show(w,k,a,j)

            if a.letterings[k]:
                c=a.letterings[k][0]; g=[r.ground.value for r in c.reasons if not r.ground.value.startswith("payer")]
                stat[(g[0],c.cause.value,bool(c.rivals))].append((j.sure,j.right))
    if mode=="stat":
        for key,v in sorted(stat.items(),key=lambda kv:-len(kv[1])):
            v2=[x for x in v if x[0]>.3]
            print(key,len(v),"called %.3f right %.3f"%(sum(x[0] for x in v)/len(v),sum(x[1] for x in v)/len(v)), "below .95: n=%d called %.3f right %.3f"%(len([x for x in v if x[0]<.95]), sum(x[0] for x in v if x[0]<.95)/max(1,len([x for x in v if x[0]<.95])),sum(x[1] for x in v if x[0]<.95)/max(1,len([x for x in v if x[0]<.95]))))
